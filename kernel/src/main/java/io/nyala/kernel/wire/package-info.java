/** Messages, their signatures, and the sockets they travel on. */
package io.nyala.kernel.wire;
