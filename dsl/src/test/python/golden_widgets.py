"""What ipywidgets tells a front end of the widgets that these expressions make, and how it prints them.

Run with a Python that has ipywidgets 8.1.9; it writes ../resources/golden/widgets.json.
"""

import json
import pathlib

import ipywidgets as widgets
from ipywidgets.widgets.widget import _instances as instances

MADE = """
IntSlider()
IntSlider(3)
IntSlider(value=50, min=10, max=40, step=5, description='n', orientation='vertical')
IntSlider(min=200, max=300)
IntSlider(value='7', disabled=True, readout=False, continuous_update=False)
IntSlider(value=3.9, style={'handle_color': 'lightblue', 'description_width': 'initial'})
FloatSlider()
FloatSlider(value=0.25, min=-1, max=1, step=0.01, readout_format='.1f')
FloatLogSlider()
FloatLogSlider(value=10**6, base=10, min=-2, max=3)
IntRangeSlider()
IntRangeSlider(value=[5, 7], min=0, max=10)
IntRangeSlider(min=100, max=200)
FloatRangeSlider()
FloatRangeSlider(value=(2, 300.5), max=10)
IntProgress(value=7, max=10, bar_style='success')
FloatProgress()
FloatProgress(value=7.5, min=0, max=10.0, description='Loading:', orientation='horizontal')
IntText(4)
FloatText(value=1, step=0.5)
BoundedIntText(value=700)
BoundedFloatText(value=-1, step=0.1)
Play(interval=500)
Checkbox()
Checkbox(value=True, description='Check me', indent=False)
ToggleButton(value=False, description='Click me', button_style='warning', icon='check')
Valid(value=True)
Text()
Text('Hello', placeholder='Type', description='String:')
Textarea(rows=4)
Combobox(options=['Paul', 'John'], ensure_option=True)
Label('a label')
HTML('<b>x</b>', description='Some')
HTMLMath(value='$x^2$')
Button()
Button(description='Go', button_style='danger', tooltip='press', icon='cog')
Dropdown()
Dropdown(options=['1', '2', '3'], value='2', description='Number:')
Dropdown(options=[('One', 1), ('Two', 2), ('Three', 3)], value=3)
Dropdown(options={'one': 1, 'two': 2.5})
Dropdown(options=[1, 2.5, True, None, 'a'])
Dropdown(options=['a', 'b'], value=None)
Dropdown(options=['a', 'b'], index=1)
Dropdown(options=['a', 'b'], label='b')
RadioButtons(options=['pepperoni', 'pineapple'], layout={'width': 'max-content'})
Select(options=['Linux', 'Windows'], rows=10)
ToggleButtons(options=['Slow', 'Fast'], tooltips=['of slow', 'of fast'])
SelectionSlider(options=['scrambled', 'sunny'], value='sunny')
Output(layout={'border': '1px solid black'})
HBox([IntSlider(2), Label('x')])
VBox(children=(Button(description='a'),), box_style='info')
Box()
GridBox()
Tab([Label('a'), Label('b')], titles=['A', 'B'])
Accordion()
Stack([Label('a')], selected_index=0)
Layout()
Layout(width='50%', height='80px', border='solid', margin='0 1em')
SliderStyle()
ButtonStyle(button_color='lightgreen', font_weight='bold')
ToggleButtonsStyle()
""".strip().split("\n")

REFUSED = """
IntSlider('abc')
IntSlider(min=5, max=1)
IntSlider(min=200)
FloatSlider(value='x')
Dropdown(options=['a'], value='b')
Dropdown(options=['a'], index=1)
Dropdown(options=3)
SelectionSlider(options=[])
Button(button_style='pink')
Checkbox(value='yes')
Text(3)
HBox([3])
IntRangeSlider(value=[3])
IntRangeSlider(value=[7, 3])
IntSlider(1, 2, 3, 4, 5)
""".strip().split("\n")

SHORT = """
5
0
-3
2.5
True
'text'
(0, 10)
(0, 10, 3)
(0.0, 1.0)
(0, 1.5, 0.5)
(-5, 5)
['a', 'b']
{'one': 1, 'two': 2}
[('x', 1), ('y', 2)]
range(3)
IntSlider(4, description='mine')
""".strip().split("\n")

ALL = {name: getattr(widgets, name) for name in dir(widgets)}


def plain(value):
    """A state with what it refers to in its place; a layout or style as far as something is said."""
    if isinstance(value, str) and value.startswith("IPY_MODEL_"):
        other = instances[value.removeprefix("IPY_MODEL_")]
        state = {k: plain(v) for k, v in other.get_state().items()}
        if other._model_name == "LayoutModel" or other._model_name.endswith("StyleModel"):
            state = {k: v for k, v in state.items() if v or k == "_model_name"}
        return state
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return value


golden = {"made": [], "refused": [], "short": []}
for code in MADE:
    widget = eval(code, dict(ALL))
    golden["made"].append(
        {
            "code": code,
            "text": repr(widget),
            "state": {k: plain(v) for k, v in widget.get_state().items()},
        }
    )
for code in REFUSED:
    try:
        eval(code, dict(ALL))
        raise SystemExit(code + " is not refused")
    except Exception as error:
        golden["refused"].append({"code": code, "error": type(error).__name__})
for code in SHORT:
    panel = widgets.interactive(lambda x: None, x=eval(code, dict(ALL)))
    golden["short"].append(
        {
            "code": code,
            "text": repr(panel),
            "state": {k: plain(v) for k, v in panel.children[0].get_state().items()},
        }
    )

target = pathlib.Path(__file__).parent.parent / "resources" / "golden" / "widgets.json"
lines = ",\n".join(
    json.dumps(key) + ": [\n" + ",\n".join(json.dumps(each) for each in rows) + "\n]"
    for key, rows in golden.items()
)
target.write_text("{\n" + lines + "\n}\n")
