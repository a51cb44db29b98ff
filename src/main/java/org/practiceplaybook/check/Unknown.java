package org.practiceplaybook.check;

import java.util.Collection;
import java.util.Optional;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;

/** The message on a name that nothing has. */
final class Unknown {
    private Unknown() {}

    /**
     * An error with the nearest name that there is.
     *
     * @param kind what it should be the name of: {@code practice}
     */
    static Diagnostic name(String kind, Entry entry, Located<String> name, Collection<String> known, String effect) {
        Diagnostic error = Diagnostic.error(
                        "unknown-" + kind.replace(' ', '-'),
                        entry.at(name.span()),
                        "no " + kind + " is called \"" + name.value() + "\"")
                .effect(effect);
        Optional<String> near = Closest.to(name.value(), known);
        if (near.isPresent()) {
            return error.label("did you mean \"" + near.get() + "\"?").replaceBy(near.get());
        }
        return error.remedy(known.isEmpty() ? "there is no " + kind + " yet" : "use one of: " + list(known));
    }

    private static String list(Collection<String> known) {
        String some = String.join(", ", known.stream().limit(12).toList());
        return known.size() > 12 ? some + ", …" : some;
    }
}
