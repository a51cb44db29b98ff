package org.practiceplaybook.content;

import java.util.List;
import java.util.Optional;
import org.practiceplaybook.content.value.Slug;

/**
 * A closed vocabulary: one that the theme has words for, or one of a playbook's own.
 *
 * @param key of its field, and the name of its file
 * @param label what the playbook itself calls it; empty where the theme has words for it
 * @param filter can results of a search be narrowed by it?
 */
public record Taxonomy(String key, String label, boolean filter) {
    public static final Taxonomy CHALLENGES = new Taxonomy("challenges", "", true);
    public static final Taxonomy ROLES = new Taxonomy("roles", "", true);
    public static final Taxonomy PHASES = new Taxonomy("phases", "", true);
    public static final Taxonomy LEVERAGE = new Taxonomy("leverage", "", true);
    /** Those that the theme has words for. A playbook may leave out any. */
    public static final List<Taxonomy> USUAL = List.of(CHALLENGES, ROLES, PHASES, LEVERAGE);

    private static final String FOLDER = "taxonomy/";
    private static final String END = ".yml";

    /** The file that defines its terms, relative to the content folder. */
    public String file() {
        return FOLDER + key + END;
    }

    /** The key that a file's path gives; empty where no file of terms can lie there. */
    public static Optional<String> keyOf(String path) {
        String name = path.startsWith(FOLDER) && path.endsWith(END) && path.length() > FOLDER.length() + END.length()
                ? path.substring(FOLDER.length(), path.length() - END.length())
                : "";
        return Optional.of(name).filter(key -> !key.isEmpty() && key.indexOf('/') < 0 && key.indexOf('.') < 0);
    }

    /** Can this be the key of a vocabulary or of a field? */
    static boolean isKey(String text) {
        return Slug.isValid(text.replace('_', '-')) && !Slug.isTooLong(text);
    }

    /** Does the theme know it, and the site have pages made for it? */
    public boolean isUsual() {
        return isUsual(key);
    }

    /** The same of the vocabulary with a key. */
    static boolean isUsual(String key) {
        return USUAL.stream().anyMatch(usual -> usual.key().equals(key));
    }

    /** Is it the ladder, whose terms stand in bands and of which the first that an entry names is the main one? */
    public boolean isLadder() {
        return equals(LEVERAGE);
    }

    /** The folder of its pages on the site: no other page can lie in that of a vocabulary of one's own. */
    public String folder() {
        return isUsual() ? key : "facets/" + key;
    }

    /** Whatever it is called, the same key is the same vocabulary. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Taxonomy taxonomy && taxonomy.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
