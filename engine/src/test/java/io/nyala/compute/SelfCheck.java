package io.nyala.compute;

/** The tests of the kernels as a program, for a JVM started with other options. */
final class SelfCheck {

  private SelfCheck() {}

  public static void main(String[] args) {
    GemmTest gemm = new GemmTest();
    gemm.everyTransposeCaseAgreesWithTheDefinition();
    gemm.packedRightHandSideAgreesWithTheDefinition();
    gemm.spreadOverThreadsGivesTheSameBits();
    ElementsTest elements = new ElementsTest();
    elements.expIsWithinTwoUlpEverywhere();
    elements.tanhIsWithinSixUlpEverywhere();
    elements.sigmoidIsWithinFourUlpEverywhere();
    elements.simpleLoopsAgreeWithTheirFormulas();
    elements.reductionsAndRows();
    elements.adamFollowsItsFormula();
    elements.adamLetsGoOfDenormals();
    System.out.println(Compute.kernels().description());
  }
}
