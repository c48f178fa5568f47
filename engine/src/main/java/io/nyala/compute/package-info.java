/**
 * The fast loops: matrix product, element-wise functions, reductions, optimizer updates and
 * recurrent sweeps, all over flat {@code float[]} with offsets. Nothing here knows what a tensor
 * is.
 */
package io.nyala.compute;
