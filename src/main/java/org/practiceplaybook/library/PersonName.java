package org.practiceplaybook.library;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names of people as they may be published: no e-mail address is ever put on a page, and programs are no people. */
public final class PersonName {
    private static final Pattern ADDRESS = Pattern.compile("\\s*[<(]?[^\\s<>()@]+@[^\\s<>()@]+[>)]?");
    private static final Pattern PROGRAM = Pattern.compile("(?i).*\\[bot\\]|github-actions|gitlab-ci|root|unknown");

    private PersonName() {}

    /** A name without an address; of an address alone what stands before its {@code @}. Empty where nobody is named. */
    public static Optional<String> of(String written) {
        String name = ADDRESS.matcher(written).replaceAll("").strip();
        if (name.isEmpty() && written.indexOf('@') > 0) {
            name = written.substring(0, written.indexOf('@')).replaceAll("[<(\\s]", "");
        }
        boolean person = !name.isEmpty() && !PROGRAM.matcher(name).matches() && !name.equalsIgnoreCase("anonymous");
        return person ? Optional.of(name) : Optional.empty();
    }
}
