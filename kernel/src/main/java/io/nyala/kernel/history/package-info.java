/** The cells that were run, in this kernel and before, kept on disk for their owner. */
package io.nyala.kernel.history;
