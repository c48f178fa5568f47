/**
 * What names in cells are made of: functions with signatures, their arguments, the kinds of values
 * they take.
 */
package io.nyala.dsl.names;
