package io.nyala.dsl.lang;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.ModuleNode;

/** The Java imports that cells made and that later cells therefore have. */
final class CellImports {

  /** {@code import a.B as C}. */
  private record ClassImport(String alias, String className) {}

  /** {@code import static a.B.c as d}. */
  private record StaticImport(String alias, String className, String member) {}

  private final Map<String, ClassImport> classes = new LinkedHashMap<>();
  private final Map<String, StaticImport> statics = new LinkedHashMap<>();
  private final Set<String> packages = new LinkedHashSet<>();
  private final Set<String> staticClasses = new LinkedHashSet<>();

  /** Adds what earlier cells imported, unless this cell imports the same name anew. */
  void addTo(ModuleNode module) {
    Set<String> own = new LinkedHashSet<>();
    module.getImports().forEach(node -> own.add(node.getAlias()));
    module.getClasses().forEach(node -> own.add(node.getName()));
    for (ClassImport each : classes.values()) {
      if (!own.contains(each.alias())) {
        module.addImport(each.alias(), ClassHelper.make(each.className()));
      }
    }
    for (StaticImport each : statics.values()) {
      if (!module.getStaticImports().containsKey(each.alias())) {
        module.addStaticImport(ClassHelper.make(each.className()), each.member(), each.alias());
      }
    }
    packages.forEach(module::addStarImport);
    staticClasses.forEach(name -> module.addStaticStarImport(name, ClassHelper.make(name)));
  }

  /** What the text of a cell imports, as something to remember once the cell runs. */
  Runnable remember(ModuleNode module) {
    List<Runnable> all = new ArrayList<>();
    for (ImportNode node : module.getImports()) {
      ClassImport each = new ClassImport(node.getAlias(), node.getClassName());
      all.add(() -> classes.put(each.alias(), each));
    }
    for (ImportNode node : module.getStarImports()) {
      String name = node.getPackageName();
      all.add(() -> packages.add(name));
    }
    module
        .getStaticImports()
        .forEach(
            (alias, node) -> {
              StaticImport each = new StaticImport(alias, node.getClassName(), node.getFieldName());
              all.add(() -> statics.put(alias, each));
            });
    for (ImportNode node : module.getStaticStarImports().values()) {
      String name = node.getClassName();
      all.add(() -> staticClasses.add(name));
    }
    return () -> all.forEach(Runnable::run);
  }

  /** Forgets the import of a name, because a cell now declares a class of that name. */
  void hide(String name) {
    classes.remove(name);
  }

  /** Forgets everything. */
  void clear() {
    classes.clear();
    statics.clear();
    packages.clear();
    staticClasses.clear();
  }

  /** Whether a name may mean something imported, rather than a variable. */
  boolean mayMean(String name) {
    return classes.containsKey(name) || !statics.isEmpty() || !staticClasses.isEmpty();
  }
}
