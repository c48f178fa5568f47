"""The kernel of Python cells as Jupyter's own test suite sees it."""

import unittest

import jupyter_kernel_test
import nbclient
import nbformat

KERNEL = "nyala-python"


class NyalaPythonKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = KERNEL
    language_name = "python"
    file_extension = ".py"
    code_hello_world = "print('hello, world')"
    code_stderr = "import sys; print('oops', file=sys.stderr)"
    completion_samples = [
        {"text": "keras.layers.LST", "matches": ["LSTM", "LSTMCell"]},
        {"text": "'a'.rstr", "matches": ["rstrip"]},
        {"text": "lamb", "matches": ["lambda"]},
        {"text": "isinst", "matches": ["isinstance"]},
        {"text": "instanceo", "matches": set()},
    ]
    complete_code_samples = ["1 + 1", "x = [1, 2]", "def f(n):\n    return n + 1\n", "# a comment"]
    incomplete_code_samples = ["def f(n):", "x = [1,", "'''open", "print(", "if x:\n    y = 1"]
    invalid_code_samples = ["x = )", "1 +* 2", "def f(n) return n"]
    code_page_something = "keras.layers.LSTM?"
    code_generate_error = "raise ValueError('boom')"
    code_execute_result = [
        {"code": "1 + 2 + 3", "result": "6"},
        {"code": "7 // 2, 7 / 2", "result": "(3, 3.5)"},
        {"code": "[n ** 2 for n in range(3)]", "result": "[0, 1, 4]"},
    ]
    code_display_data = [
        {"code": "from IPython.display import display\ndisplay([1, 2])", "mime": "text/plain"},
    ]
    code_history_pattern = "1 + 2*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "keras.layers.LSTM"
    code_clear_output = "from IPython.display import clear_output\nclear_output()"


class NyalaPythonNotebookTests(unittest.TestCase):
    def run_cells(self, *sources, **options):
        cells = [nbformat.v4.new_code_cell(source) for source in sources]
        notebook = nbformat.v4.new_notebook(cells=cells)
        nbclient.NotebookClient(notebook, timeout=120, kernel_name=KERNEL, **options).execute()
        return notebook

    def test_the_notebook_says_what_it_is_written_in(self):
        language = self.run_cells("1").metadata["language_info"]
        self.assertEqual(language["name"], "python")
        self.assertEqual(language["mimetype"], "text/x-python")
        self.assertEqual(language["file_extension"], ".py")
        self.assertEqual(language["pygments_lexer"], "ipython3")

    def test_one_cell_may_be_groovy(self):
        cells = self.run_cells(
            "numbers = [1, 2, 3]\ndef twice(n):\n    return 2 * n",
            "%%groovy\ntotals = numbers.collect { twice(it) }\ndef plus(a, b) { a + b }",
            "totals, plus(totals[-1], 1)",
        ).cells
        self.assertEqual(cells[2].outputs[0].data["text/plain"], "([2, 4, 6], 7)")

    def test_a_traceback_names_the_cell_and_line(self):
        cells = self.run_cells("def f(x):\n    return x / 0", "f(1)", allow_errors=True).cells
        error = cells[1].outputs[-1]
        self.assertEqual((error.ename, error.evalue), ("ZeroDivisionError", "division by zero"))
        self.assertIn("return x / 0", "\n".join(error.traceback))


if __name__ == "__main__":
    unittest.main()
