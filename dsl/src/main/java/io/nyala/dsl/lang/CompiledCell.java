package io.nyala.dsl.lang;

import java.util.Map;
import java.util.Set;

/**
 * A cell ready to run.
 *
 * @param script a new instance of its code, null if it only declares classes
 * @param types the classes it declares, by name
 * @param functions the names of the functions it defines
 * @param onSuccess makes its imports known to later cells; run when the cell starts
 */
public record CompiledCell(
    CellScript script, Map<String, Class<?>> types, Set<String> functions, Runnable onSuccess) {}
