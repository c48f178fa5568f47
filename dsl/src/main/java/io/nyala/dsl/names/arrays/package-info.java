/** Functions and operators on arrays that NumPy and TensorFlow share. */
package io.nyala.dsl.names.arrays;
