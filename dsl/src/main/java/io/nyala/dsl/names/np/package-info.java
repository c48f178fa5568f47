/** The names below {@code np}. */
package io.nyala.dsl.names.np;
