/** The loops in plain Java, for a JVM or a CPU without the Vector API. */
package io.nyala.compute.portable;
