package org.practiceplaybook.importer;

import java.util.Optional;

/**
 * Where a key, a heading or a line of another library goes.
 *
 * @param field of {@link Kind#FIELD}
 * @param heading of {@link Kind#HEADING}, else empty
 */
record Destination(Kind kind, Optional<Ours> field, String heading) {
    static final Destination NOTES = new Destination(Kind.NOTES, Optional.empty(), "");
    static final Destination NOTHING = new Destination(Kind.NOTHING, Optional.empty(), "");
    static final Destination KEEP = new Destination(Kind.KEEP, Optional.empty(), "");

    private static final String HEADING = "heading ";

    /** What can become of a piece. */
    enum Kind {
        /** A field of the front matter. */
        FIELD,
        /** Text below a heading. */
        HEADING,
        /** Text below "Notes from import". */
        NOTES,
        /** A heading that stays as it is. */
        KEEP,
        /** Left out. */
        NOTHING
    }

    static Destination of(Ours field) {
        return new Destination(Kind.FIELD, Optional.of(field), "");
    }

    static Destination heading(String heading) {
        return new Destination(Kind.HEADING, Optional.empty(), heading);
    }

    boolean is(Ours other) {
        return field.filter(other::equals).isPresent();
    }

    /** Reads {@code time}, {@code heading What to do}, {@code notes}, {@code keep}, {@code nothing}. */
    static Optional<Destination> parse(String written, Ours.Table table) {
        return switch (written) {
            case "notes" -> Optional.of(NOTES);
            case "keep" -> Optional.of(KEEP);
            case "nothing" -> Optional.of(NOTHING);
            default ->
                written.startsWith(HEADING) && written.length() > HEADING.length()
                        ? Optional.of(
                                heading(written.substring(HEADING.length()).strip()))
                        : table.ofKey(written).map(Destination::of);
        };
    }

    /** As it stands in a mapping. */
    String written() {
        return switch (kind) {
            case FIELD -> field.orElseThrow().key();
            case HEADING -> HEADING + heading;
            case NOTES -> "notes";
            case KEEP -> "keep";
            case NOTHING -> "nothing";
        };
    }
}
