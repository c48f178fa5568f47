package io.nyala.dsl.lang;

import static org.codehaus.groovy.ast.tools.GeneralUtils.args;
import static org.codehaus.groovy.ast.tools.GeneralUtils.callX;
import static org.codehaus.groovy.ast.tools.GeneralUtils.classX;
import static org.codehaus.groovy.ast.tools.GeneralUtils.constX;
import static org.codehaus.groovy.ast.tools.GeneralUtils.param;
import static org.codehaus.groovy.ast.tools.GeneralUtils.params;
import static org.codehaus.groovy.ast.tools.GeneralUtils.returnS;
import static org.codehaus.groovy.ast.tools.GeneralUtils.varX;

import java.lang.reflect.Modifier;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.InnerClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.transform.trait.Traits;

/**
 * Lets classes declared in a cell see the session's names ({@code keras}, a function of another
 * cell) through Groovy's own hooks, which it asks only when the class has no such member itself.
 */
final class OpenClasses {
  private static final ClassNode GLOBALS = ClassHelper.make(CellGlobals.class);

  private static final String METRIC = "io.nyala.keras.custom.CustomMetric";

  private OpenClasses() {}

  static void open(ClassNode node) {
    boolean inner = node instanceof InnerClassNode && !Modifier.isStatic(node.getModifiers());
    if (node.isInterface() || node.isAnnotationDefinition() || Traits.isTrait(node) || inner) {
      return;
    }
    renameResult(node);
    addProperty(node, "propertyMissing", Modifier.PUBLIC);
    addProperty(node, "$static_propertyMissing", Modifier.PUBLIC | Modifier.STATIC);
    addMethod(node, "methodMissing", Modifier.PUBLIC);
    addMethod(node, "$static_methodMissing", Modifier.PUBLIC | Modifier.STATIC);
  }

  /**
   * {@code def result()} of a person's own metric gives whatever it likes, which {@code Tensor
   * result()} of the base would not allow: it overrides {@code Object figures()} instead.
   */
  private static void renameResult(ClassNode node) {
    MethodNode own = node.getDeclaredMethod("result", Parameter.EMPTY_ARRAY);
    boolean metric = node.getUnresolvedSuperClass(false).getName().equals(METRIC);
    if (own != null && metric && own.isDynamicReturnType()) {
      node.removeMethod(own);
      node.addMethod(
          "figures",
          own.getModifiers(),
          ClassHelper.OBJECT_TYPE.getPlainNodeReference(),
          own.getParameters(),
          own.getExceptions(),
          own.getCode());
    }
  }

  private static void addProperty(ClassNode node, String name, int modifiers) {
    Parameter[] parameters = params(param(ClassHelper.STRING_TYPE, "name"));
    Expression body = callX(GLOBALS, "property", args(classX(node), varX(parameters[0])));
    add(node, name, modifiers, parameters, body);
  }

  private static void addMethod(ClassNode node, String name, int modifiers) {
    Parameter[] parameters =
        params(param(ClassHelper.STRING_TYPE, "name"), param(ClassHelper.OBJECT_TYPE, "arguments"));
    Expression body =
        callX(
            GLOBALS,
            "method",
            args(
                classX(node),
                varX(parameters[0]),
                varX(parameters[1]),
                constX(Modifier.isStatic(modifiers), true)));
    add(node, name, modifiers, parameters, body);
  }

  private static void add(
      ClassNode node, String name, int modifiers, Parameter[] parameters, Expression body) {
    if (node.getDeclaredMethod(name, parameters) != null) {
      return;
    }
    MethodNode method =
        node.addMethod(
            name,
            modifiers,
            ClassHelper.OBJECT_TYPE.getPlainNodeReference(),
            parameters,
            ClassNode.EMPTY_ARRAY,
            returnS(body));
    method.setSynthetic(true);
  }
}
