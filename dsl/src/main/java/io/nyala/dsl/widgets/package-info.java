/**
 * Widgets: sliders, menus, buttons whose other halves ipywidgets' own front end draws. {@link
 * io.nyala.dsl.widgets.Comms} is all that they need of a kernel.
 */
package io.nyala.dsl.widgets;
