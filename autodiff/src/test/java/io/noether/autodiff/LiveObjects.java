package io.noether.autodiff;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts the project's objects that can be reached from one: what it keeps alive. */
public final class LiveObjects {
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final ArrayDeque<Object> open = new ArrayDeque<>();

  private LiveObjects() {}

  /** How many objects of this project's classes an object keeps alive, itself included. */
  public static long countFrom(Object root) throws IllegalAccessException {
    var live = new LiveObjects();
    live.visit(root);
    long count = 0;
    while (!live.open.isEmpty()) {
      count += live.expand(live.open.pop());
    }
    return count;
  }

  private void visit(Object object) {
    if (object != null && seen.add(object)) {
      open.push(object);
    }
  }

  private int expand(Object object) throws IllegalAccessException {
    switch (object) {
      case Collection<?> collection -> collection.forEach(this::visit);
      case Map<?, ?> map -> map.forEach((key, value) -> {
        visit(key);
        visit(value);
      });
      case Optional<?> optional -> optional.ifPresent(this::visit);
      case Object[] array -> {
        for (Object element : array) {
          visit(element);
        }
      }
      default -> {
        if (!object.getClass().getName().startsWith("io.noether.")) {
          return 0;
        }
        for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
          for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
              field.setAccessible(true);
              visit(field.get(object));
            }
          }
          if (type.isEnum() || object instanceof Enum<?>) {
            break;
          }
        }
        return 1;
      }
    }
    return 0;
  }
}
