package io.nyala.dsl.python.compile;

import io.nyala.dsl.lang.CellSyntaxError;
import io.nyala.dsl.python.syntax.Expr;
import io.nyala.dsl.python.syntax.Node;
import io.nyala.dsl.python.syntax.Stmt;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Finds the scopes of a cell and the names each binds and uses. */
final class Scopes {
  private final Map<Node, Scope> all = new IdentityHashMap<>();
  private final List<Runnable> uses = new ArrayList<>();
  private Scope at = new Scope(Scope.Kind.MODULE, null, "");

  static Scopes of(List<Stmt> body) {
    Scopes scopes = new Scopes();
    scopes.body(body);
    scopes.uses.forEach(Runnable::run);
    return scopes;
  }

  Scope of(Node node) {
    return all.get(node);
  }

  private void open(Node node, Scope.Kind kind, String name) {
    at = new Scope(kind, at, at.qualify(name));
    all.put(node, at);
  }

  private void close() {
    at = at.parent;
  }

  private void bind(String name) {
    at.locals.add(name);
    use(name);
  }

  private void use(String name) {
    Scope here = at;
    here.mentioned.add(name);
    uses.add(() -> here.home(name));
  }

  private void body(List<Stmt> body) {
    body.forEach(this::statement);
  }

  private void statement(Stmt statement) {
    if (statement instanceof Stmt.Evaluate it) {
      visit(it.value());
    } else if (statement instanceof Stmt.Assign it) {
      visit(it.value());
      it.targets().forEach(this::target);
    } else if (statement instanceof Stmt.Augment it) {
      visit(it.value());
      visit(it.target());
      target(it.target());
      if (it.operator().equals("+") && it.target() instanceof Expr.Name name) {
        at.grown.add(name.id());
      }
    } else if (statement instanceof Stmt.Annotate it) {
      if (at.kind == Scope.Kind.CLASS) {
        visit(it.kind());
      }
      visit(it.value());
      target(it.target());
    } else if (statement instanceof Stmt.Return it) {
      if (at.kind != Scope.Kind.FUNCTION) {
        throw new CellSyntaxError("'return' outside function", it.line(), 1);
      }
      visit(it.value());
    } else if (statement instanceof Stmt.Function it) {
      function(it);
    } else if (statement instanceof Stmt.ClassOf it) {
      classOf(it);
    } else if (!block(statement)) {
      names(statement);
    }
  }

  private boolean block(Stmt statement) {
    if (statement instanceof Stmt.If it) {
      visit(it.test());
      body(it.then());
      body(it.otherwise());
    } else if (statement instanceof Stmt.While it) {
      visit(it.test());
      body(it.body());
      body(it.otherwise());
    } else if (statement instanceof Stmt.For it) {
      visit(it.source());
      target(it.target());
      body(it.body());
      body(it.otherwise());
    } else if (statement instanceof Stmt.With it) {
      visit(it.manager());
      target(it.target());
      body(it.body());
    } else if (statement instanceof Stmt.Match it) {
      visit(it.subject());
      for (Stmt.Case each : it.cases()) {
        each.values().forEach(this::visit);
        each.names().forEach(this::bind);
        visit(each.guard());
        body(each.body());
      }
    } else if (statement instanceof Stmt.Try it) {
      body(it.body());
      for (Stmt.Handler each : it.handlers()) {
        visit(each.type());
        if (each.name() != null) {
          bind(each.name());
          at.deleted.add(each.name());
        }
        body(each.body());
      }
      body(it.otherwise());
      body(it.last() == null ? List.of() : it.last());
    } else {
      return false;
    }
    return true;
  }

  private void names(Stmt statement) {
    if (statement instanceof Stmt.Raise it) {
      visit(it.error());
      visit(it.cause());
    } else if (statement instanceof Stmt.Assert it) {
      visit(it.test());
      visit(it.message());
    } else if (statement instanceof Stmt.Delete it) {
      it.targets().forEach(this::deletion);
    } else if (statement instanceof Stmt.Global it) {
      it.names().forEach(name -> declare(name, it.line(), false));
    } else if (statement instanceof Stmt.Nonlocal it) {
      it.names().forEach(name -> declare(name, it.line(), true));
    } else if (statement instanceof Stmt.Import it) {
      bind(it.name() == null ? it.path().split("\\.")[0] : it.name());
    } else if (statement instanceof Stmt.ImportFrom it) {
      it.aliases().stream().filter(name -> !name.equals("*")).forEach(this::bind);
    }
  }

  private void deletion(Expr target) {
    if (target instanceof Expr.Name name) {
      at.deleted.add(name.id());
    }
    visit(target);
    target(target);
  }

  private void declare(String name, int line, boolean nonlocal) {
    if (at.locals.contains(name)) {
      boolean parameter = at.kind == Scope.Kind.FUNCTION && at.deleted.contains("(" + name);
      throw new CellSyntaxError(
          "name '"
              + name
              + (parameter ? "' is parameter and " : "' is assigned to before ")
              + (nonlocal ? "nonlocal" : "global")
              + (parameter ? "" : " declaration"),
          line,
          1);
    }
    if (at.mentioned.contains(name)) {
      throw new CellSyntaxError(
          "name '"
              + name
              + "' is used prior to "
              + (nonlocal ? "nonlocal" : "global")
              + " declaration",
          line,
          1);
    }
    if (!nonlocal) {
      at.globals.add(name);
      return;
    }
    if (at.kind == Scope.Kind.MODULE) {
      throw new CellSyntaxError("nonlocal declaration not allowed at module level", line, 1);
    }
    at.nonlocals.add(name);
    Scope here = at;
    uses.add(
        () -> {
          if (here.home(name) != Scope.Home.FREE) {
            throw new CellSyntaxError("no binding for nonlocal '" + name + "' found", line, 1);
          }
        });
  }

  private void function(Stmt.Function it) {
    it.decorators().forEach(this::visit);
    bind(it.name());
    parameters(it.parameters());
    visit(it.kinds());
    open(it, Scope.Kind.FUNCTION, it.name());
    bindParameters(it.parameters());
    body(it.body());
    close();
  }

  private void parameters(Expr.Parameters parameters) {
    parameters.all().forEach(each -> visit(each.fallback()));
  }

  private void bindParameters(Expr.Parameters parameters) {
    parameters.all().forEach(each -> bind(each.name()));
    if (parameters.rest() != null) {
      bind(parameters.rest());
    }
    if (parameters.keywords() != null) {
      bind(parameters.keywords());
    }
    at.locals.forEach(name -> at.deleted.add("(" + name));
  }

  private void classOf(Stmt.ClassOf it) {
    it.decorators().forEach(this::visit);
    it.bases().forEach(each -> visit(each.value()));
    bind(it.name());
    open(it, Scope.Kind.CLASS, it.name());
    at.locals.add("__class__");
    body(it.body());
    close();
  }

  private void target(Expr target) {
    if (target instanceof Expr.Name name) {
      bind(name.id());
    } else if (target instanceof Expr.TupleOf tuple) {
      tuple.items().forEach(this::target);
    } else if (target instanceof Expr.ListOf list) {
      list.items().forEach(this::target);
    } else if (target instanceof Expr.Starred starred) {
      target(starred.value());
    } else if (target != null) {
      visit(target);
    }
  }

  private void visit(Expr expr) {
    if (expr instanceof Expr.Name it) {
      use(it.id());
      if (it.id().equals("super")) {
        use("__class__");
      }
    } else if (expr instanceof Expr.Lambda it) {
      parameters(it.parameters());
      open(it, Scope.Kind.FUNCTION, "<lambda>");
      bindParameters(it.parameters());
      visit(it.body());
      close();
    } else if (expr instanceof Expr.Comprehension it) {
      comprehension(it);
    } else if (expr instanceof Expr.Walrus it) {
      visit(it.value());
      walrus(it.name());
    } else if (expr instanceof Expr.Yield it) {
      yields(it.line());
      visit(it.value());
    } else if (expr instanceof Expr.YieldFrom it) {
      yields(it.line());
      visit(it.value());
    } else if (expr != null) {
      Children.of(expr).forEach(this::visit);
    }
  }

  private void yields(int line) {
    if (at.kind != Scope.Kind.FUNCTION) {
      boolean inside = at.kind == Scope.Kind.COMPREHENSION;
      throw new CellSyntaxError(
          inside ? "'yield' inside " + Comprehensions.said(at) : "'yield' outside function",
          line,
          1);
    }
    at.generator = true;
  }

  /** A name bound by {@code :=} lives outside the comprehensions around it. */
  private void walrus(String name) {
    Scope here = at;
    while (at.kind == Scope.Kind.COMPREHENSION) {
      at = at.parent;
    }
    boolean module = at.kind == Scope.Kind.MODULE;
    bind(name);
    at = here;
    for (Scope each = at; each.kind == Scope.Kind.COMPREHENSION; each = each.parent) {
      (module ? each.globals : each.nonlocals).add(name);
    }
    use(name);
  }

  private void comprehension(Expr.Comprehension it) {
    visit(it.clauses().get(0).source());
    open(it, Scope.Kind.COMPREHENSION, Comprehensions.name(it.form()));
    at.generator = it.form() == Expr.Form.GENERATOR;
    at.locals.add(Comprehensions.SOURCE);
    for (int i = 0; i < it.clauses().size(); i++) {
      Expr.Clause clause = it.clauses().get(i);
      if (i > 0) {
        visit(clause.source());
      }
      target(clause.target());
      clause.conditions().forEach(this::visit);
    }
    visit(it.item());
    visit(it.value());
    close();
  }
}
