/** The kernelspec: what a front end reads to know that this kernel exists and how to start it. */
package io.nyala.kernel.spec;
