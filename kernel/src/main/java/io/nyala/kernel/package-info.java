/**
 * The Jupyter kernel: channels and messages on one side, a session on the other.
 *
 * <p>Connection files, signatures, request bodies and language info are the base kernel's ({@code
 * jjava-jupyter}); the sockets are JeroMQ's. The loops between them are our own, because the base
 * kernel's poll sleeps, stop at the first {@code Error}, and know neither aborting nor interrupts.
 */
package io.nyala.kernel;
