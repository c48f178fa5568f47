package io.nyala.dsl.names;

import groovy.lang.GroovyObject;
import groovy.lang.MetaClass;
import io.nyala.dsl.show.Repr;
import java.util.List;
import java.util.function.UnaryOperator;
import org.codehaus.groovy.runtime.InvokerHelper;

/** The results of a function that gives them names: {@code tf.math.top_k(x, 2).indices}. */
public final class Results extends Tuple implements GroovyObject {
  private final String type;
  private final List<String> names;
  private transient MetaClass metaClass = InvokerHelper.getMetaClass(Results.class);

  private Results(String type, List<String> names, Object... items) {
    super(items);
    this.type = type;
    this.names = names;
  }

  /** Results of these names. */
  public static Results of(String type, List<String> names, Object... items) {
    return new Results(type, names, items.clone());
  }

  /** The same names with other items. */
  Results map(UnaryOperator<Object> change) {
    return new Results(type, names, stream().map(change).toArray());
  }

  /** Whether there is a result of this name. */
  public boolean has(String name) {
    return names.contains(name);
  }

  /** As Python prints a named tuple. */
  public String shown() {
    StringBuilder text = new StringBuilder(type).append('(');
    for (int i = 0; i < names.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(names.get(i)).append('=').append(Repr.of(get(i)));
    }
    return text.append(')').toString();
  }

  @Override
  public Object getProperty(String name) {
    return has(name) ? get(names.indexOf(name)) : metaClass.getProperty(this, name);
  }

  @Override
  public MetaClass getMetaClass() {
    return metaClass;
  }

  @Override
  public void setMetaClass(MetaClass metaClass) {
    this.metaClass = metaClass;
  }
}
