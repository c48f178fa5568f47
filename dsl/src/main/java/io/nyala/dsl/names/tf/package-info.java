/** The names below {@code tf}, data sets and variables included. */
package io.nyala.dsl.names.tf;
