/** The names below {@code keras}, and how cells speak to layers, models and other Keras objects. */
package io.nyala.dsl.names.keras;
