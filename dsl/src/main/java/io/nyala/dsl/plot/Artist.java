package io.nyala.dsl.plot;

/**
 * What a drawing function hands back; prints as matplotlib's object of the same kind.
 *
 * @param text what it prints as
 * @param mark what was drawn; null for words about the chart
 */
record Artist(String text, Mark mark) {

  /** An object that prints with its class and a number of its own. */
  static Artist of(String type, Mark mark) {
    String number = String.format("%x", 0x7f0000000000L + System.identityHashCode(mark));
    return new Artist("<" + type + " at 0x" + number + ">", mark);
  }

  /** Words about the chart. */
  static Artist text(String place, String words) {
    return new Artist("Text(" + place + ", " + io.nyala.dsl.show.Repr.quote(words) + ")", null);
  }

  @Override
  public String toString() {
    return text;
  }
}
