package org.practiceplaybook.script;

import java.util.Collection;
import java.util.List;
import org.teavm.extension.introspect.IntrospectClass;
import org.teavm.extension.introspect.IntrospectMember;
import org.teavm.extension.spi.reflection.ReflectionPolicy;

/** flexmark's sets of bits ask an enum for its constants by reflection, which TeaVM leaves out unless it is told. */
public final class EnumsOfFlexmark implements ReflectionPolicy {
    @Override
    public Collection<IntrospectMember> classAccessibleMembers(IntrospectClass<?> asked) {
        return asked.isEnum() && asked.name().startsWith("com.vladsch.")
                ? List.copyOf(asked.enumConstants())
                : List.of();
    }
}
