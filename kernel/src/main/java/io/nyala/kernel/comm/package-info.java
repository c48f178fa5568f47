/** Comms: the two-way lines between objects here and their views in the front end. */
package io.nyala.kernel.comm;
