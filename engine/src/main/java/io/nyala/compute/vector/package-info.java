/**
 * The loops on {@code jdk.incubator.vector}. Nothing outside this package names a class of it, so
 * that the engine loads on a JVM without that module.
 */
package io.nyala.compute.vector;
