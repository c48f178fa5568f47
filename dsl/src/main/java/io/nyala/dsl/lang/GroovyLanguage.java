package io.nyala.dsl.lang;

import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import groovy.lang.MetaClassImpl;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.codehaus.groovy.GroovyBugError;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.reflection.ClassInfo;
import org.codehaus.groovy.syntax.SyntaxException;
import org.codehaus.groovy.tools.GroovyClass;

/** Groovy cells that read like Keras: text → dialect → Groovy's tree → a class. */
public final class GroovyLanguage implements CellLanguage {
  private static final List<String> KEYWORDS =
      List.of(
          ("assert break case catch class continue def else enum extends False finally for from if"
                  + " import in instanceof interface new None return switch this throw True try while")
              .split(" "));

  static {
    // Groovy would look for a class groovy.runtime.metaclass.…MetaClass for every class and every
    // closure of every cell: in all jars, whose loaders remember each such name for good.
    GroovySystem.getMetaClassRegistry()
        .getMetaClassCreationHandler()
        .setDisableCustomMetaClassLookup(true);
  }

  private final CellHost host;
  private final ClassLoader parent;
  private final CompilerConfiguration configuration = new CompilerConfiguration();
  private final GroovyClassLoader transforms;
  private final CellImports imports = new CellImports();
  private final TypeResolver.Memory memory = new TypeResolver.Memory();

  /**
   * The language for one session.
   *
   * @param parent finds the classes that cells may use
   */
  public GroovyLanguage(CellHost host, ClassLoader parent) {
    this.host = host;
    this.parent = parent;
    configuration.setScriptBaseClass(CellScript.class.getName());
    configuration.setParameters(true);
    configuration.setTargetBytecode(CompilerConfiguration.JDK17);
    transforms = new TransformLoader(parent);
  }

  /**
   * Finds annotations' transformations. Those that Groovy would run on every cell are looked for in
   * added libraries only: its own there is {@code @Grab}, which sessions do themselves, and opening
   * every jar of the class path for each cell costs more than compiling a short one.
   */
  private static final class TransformLoader extends GroovyClassLoader {
    TransformLoader(ClassLoader parent) {
      super(parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      boolean global = name.startsWith("META-INF/services/org.codehaus.groovy.transform.");
      if (!global) {
        return super.getResources(name);
      }
      return getParent() instanceof URLClassLoader libraries
          ? libraries.findResources(name)
          : Collections.emptyEnumeration();
    }
  }

  @Override
  public Optional<String> help(Object value, int detailLevel, Function<String, String> cells) {
    if (detailLevel == 0 || !(value instanceof CellFunction function)) {
      return Optional.empty();
    }
    String cell = cells.apply(function.methods().get(0).getDeclaringClass().getName());
    return cell == null ? Optional.empty() : GroovySource.function(cell, function.name());
  }

  @Override
  public List<String> keywords() {
    return KEYWORDS;
  }

  @Override
  public String sample(int number) {
    return "def f(x) { x + " + number + " }\n[1, 2].collect { f(it) }";
  }

  @Override
  public String name() {
    return "groovy";
  }

  /** Forgets the imports that cells made, and looks for classes anew. */
  public void reset() {
    imports.clear();
    memory.forget();
  }

  /** Looks for classes anew: those that were not there may be now. */
  public void classPathChanged() {
    memory.forget();
  }

  @Override
  public CompiledCell compile(String code, String sourceName) {
    SimpleCell.Term simple = SimpleText.read(Lexer.scan(code), imports::mayMean);
    return simple == null
        ? compileClass(code, sourceName)
        : SimpleCell.of(
            host, simple, SimpleText::add, () -> compileClass(code, sourceName).script());
  }

  private CompiledCell compileClass(String code, String sourceName) {
    Dialect.Result text = Dialect.translate(code, host);
    CellClassLoader loader = new CellClassLoader(parent, configuration, host, sourceName);
    CompilationUnit unit = new CompilationUnit(configuration, null, loader, transforms);
    unit.setClassNodeResolver(new TypeResolver(parent, memory, loader));
    SourceUnit source = unit.addSource(sourceName, text.groovy());
    Passes passes = new Passes(source, text, host, imports);
    unit.addPhaseOperation(
        (SourceUnit each) -> passes.afterConversion(each.getAST()), Phases.CONVERSION);
    unit.addPhaseOperation(
        (org.codehaus.groovy.control.SourceUnit each,
            org.codehaus.groovy.classgen.GeneratorContext c,
            ClassNode node) -> passes.afterResolving(node),
        Phases.SEMANTIC_ANALYSIS);
    try {
      unit.compile(Phases.CLASS_GENERATION);
    } catch (MultipleCompilationErrorsException e) {
      throw syntaxError(e, text);
    } catch (GroovyBugError e) {
      if (e.getCause() instanceof CellSyntaxError own) {
        throw own;
      }
      throw e;
    } catch (CompilationFailedException e) {
      throw new CellSyntaxError(e.getMessage(), 1, 1);
    }
    return load(unit, loader, passes, sourceName);
  }

  private CompiledCell load(
      CompilationUnit unit, CellClassLoader loader, Passes passes, String sourceName) {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    for (GroovyClass each : unit.getClasses()) {
      bytes.put(each.getName(), each.getBytes());
    }
    loader.define(bytes);
    Map<String, Class<?>> types = loader.types();
    Class<?> main = types.remove(sourceName);
    types.keySet().removeIf(name -> name.startsWith(sourceName + "$"));
    CellScript script = null;
    if (main != null && CellScript.class.isAssignableFrom(main)) {
      script = newScript(main.asSubclass(CellScript.class));
    }
    return new CompiledCell(script, types, passes.functions(), passes.remember());
  }

  private CellScript newScript(Class<? extends CellScript> type) {
    // To take stock of a class's methods takes longer than to compile a short one, and most cells
    // never ask their own: see CellScript.getMetaClass.
    MetaClass unread = new MetaClassImpl(GroovySystem.getMetaClassRegistry(), type);
    ClassInfo.getClassInfo(type).setWeakMetaClass(unread);
    try {
      CellScript script = type.getDeclaredConstructor().newInstance();
      script.attach(host);
      return script;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A compiled cell could not be made", e);
    }
  }

  private static CellSyntaxError syntaxError(
      MultipleCompilationErrorsException errors, Dialect.Result text) {
    for (Message message : errors.getErrorCollector().getErrors()) {
      if (message instanceof SyntaxErrorMessage syntax) {
        SyntaxException cause = syntax.getCause();
        int[] place = text.original(cause.getLine(), cause.getStartColumn());
        return new CellSyntaxError(GroovyMessages.reword(cause), place[0], place[1]);
      }
      if (message instanceof ExceptionMessage wrapped
          && wrapped.getCause() instanceof CellSyntaxError own) {
        return own;
      }
    }
    return new CellSyntaxError(errors.getMessage(), 1, 1);
  }

  @Override
  public Progress progress(String code) {
    return Completion.of(code, host, configuration);
  }

  /** The functions and imports one cell brings, gathered while it is compiled. */
  static final class Passes {
    private final SourceUnit source;
    private final Dialect.Result text;
    private final CellHost host;
    private final CellImports imports;
    private final Set<String> functions = new LinkedHashSet<>();
    private final Set<String> assigned = new LinkedHashSet<>();
    private Runnable remember = () -> {};

    Passes(SourceUnit source, Dialect.Result text, CellHost host, CellImports imports) {
      this.source = source;
      this.text = text;
      this.host = host;
      this.imports = imports;
    }

    void afterConversion(ModuleNode module) {
      remember = imports.remember(module);
      imports.addTo(module);
      Dialect.addHelpers(module);
      for (ClassNode node : module.getClasses()) {
        new CallsAndNames(source, text).visitClass(node);
        if (node.isScript()) {
          new ScriptBody(source, functions, assigned).apply(node);
        } else {
          OpenClasses.open(node);
        }
      }
    }

    void afterResolving(ClassNode node) {
      new FreeCalls(source, node, this::isCallable, this::isBuiltin).visitClass(node);
      new ElementComparisons(source, node).visitClass(node);
      new InterruptChecks(source).visitClass(node);
    }

    private boolean isCallable(String name) {
      return functions.contains(name)
          || assigned.contains(name)
          || host.variables().containsKey(name)
          || host.builtins().containsKey(name);
    }

    private boolean isBuiltin(String name) {
      return host.builtins().containsKey(name)
          && !functions.contains(name)
          && !assigned.contains(name)
          && !host.variables().containsKey(name);
    }

    Set<String> functions() {
      return functions;
    }

    Runnable remember() {
      return remember;
    }
  }
}
