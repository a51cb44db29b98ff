package org.practiceplaybook.upgrade;

import java.util.Arrays;

/**
 * What an upgrade does to one file of a repository.
 *
 * @param path within the repository, with slashes
 * @param bytes what stands there afterwards; empty for one that is taken out or left
 * @param why a few words for a person
 */
public record Step(Kind kind, String path, byte[] bytes, String why) {

    /** How a file changes. */
    public enum Kind {
        NEW("new"),
        RENEWED("renewed"),
        MERGED("merged"),
        TAKEN_OUT("taken out"),
        /** The new one is put beside that of the repository, which is not touched. */
        BESIDE("beside"),
        LEFT("left");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it stands in a list. */
        public String word() {
            return word;
        }

        /** Does it put something into the place of a file that is there? */
        public boolean replaces() {
            return this == RENEWED || this == MERGED || this == TAKEN_OUT;
        }
    }

    static Step left(String path, String why) {
        return new Step(Kind.LEFT, path, new byte[0], why);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Step step
                && kind == step.kind
                && path.equals(step.path)
                && why.equals(step.why)
                && Arrays.equals(bytes, step.bytes);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }
}
