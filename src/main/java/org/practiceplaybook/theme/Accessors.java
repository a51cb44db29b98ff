package org.practiceplaybook.theme;

import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.attributes.ResolvedAttribute;
import io.pebbletemplates.pebble.error.AttributeNotFoundException;
import io.pebbletemplates.pebble.node.ArgumentsNode;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a template may ask a record or an optional value for. Pebble would find it, too, but goes through all methods of a
 * class for each name of it, and copies lists at each call.
 */
final class Accessors implements AttributeResolver {
    /** Where what there is can be looked up. */
    static final String LISTED = "; theme/VALUES.md lists what a template may ask for";

    private final Map<Class<?>, Map<String, Method>> known = new ConcurrentHashMap<>();

    @Override
    public ResolvedAttribute resolve(
            Object instance,
            Object name,
            Object[] arguments,
            ArgumentsNode unused,
            EvaluationContextImpl context,
            String template,
            int line) {
        if (arguments != null && arguments.length > 0) {
            return null;
        }
        if (instance instanceof Record) {
            Map<String, Method> accessors = of(instance.getClass());
            Method accessor = accessors.get(name);
            if (accessor == null) {
                String message = "there is nothing called \"" + name + "\" here"
                        + DidYouMean.of(String.valueOf(name), accessors.keySet()) + "; there is "
                        + String.join(", ", accessors.keySet()) + LISTED;
                throw new AttributeNotFoundException(null, message, String.valueOf(name), line, template);
            }
            return new ResolvedAttribute(call(accessor, instance));
        }
        if (instance instanceof Optional<?> value) {
            if (name.equals("isPresent")) {
                return new ResolvedAttribute(value.isPresent());
            }
            if (name.equals("get") && value.isPresent()) {
                return new ResolvedAttribute(value.get());
            }
            String message = name.equals("get")
                    ? "this value is not on every page: ask first, with {% if ….isPresent %}"
                    : "a value that is not on every page has \"isPresent\" and \"get\", not \"" + name + "\"";
            throw new AttributeNotFoundException(null, message, String.valueOf(name), line, template);
        }
        return null;
    }

    private Map<String, Method> of(Class<?> type) {
        Map<String, Method> accessors = known.get(type);
        if (accessors == null) {
            accessors = new LinkedHashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                accessors.put(component.getName(), component.getAccessor());
            }
            known.put(type, accessors);
        }
        return accessors;
    }

    private static Object call(Method accessor, Object instance) {
        try {
            return accessor.invoke(instance);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record's accessor cannot fail", e);
        }
    }
}
