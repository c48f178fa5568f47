package io.nyala.dsl.python.run;

import java.util.List;

/**
 * What is known of a function once it is compiled.
 *
 * @param id its number in the cell
 * @param qualified its name with those it is defined in
 * @param names its parameters, positional before keyword-only
 * @param positionalOnly how many come before {@code /}
 * @param positional how many may be given by position
 * @param rest the name after {@code *}, or null
 * @param keywords the name after {@code **}, or null
 * @param generator whether calling it makes a generator
 * @param places the length of a generator's frame
 * @param documentation its first string, or null
 */
public record PyCode(
    int id,
    String name,
    String qualified,
    List<String> names,
    int positionalOnly,
    int positional,
    String rest,
    String keywords,
    boolean generator,
    int places,
    String documentation) {}
