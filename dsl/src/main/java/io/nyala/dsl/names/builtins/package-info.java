/**
 * The functions and methods that Python has without an import: numbers, texts, lists, maps, files.
 */
package io.nyala.dsl.names.builtins;
