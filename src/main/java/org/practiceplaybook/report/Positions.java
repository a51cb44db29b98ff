package org.practiceplaybook.report;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.practiceplaybook.source.Lines;
import org.practiceplaybook.source.Place;
import org.practiceplaybook.source.Position;
import org.practiceplaybook.source.SourceFile;

/** Positions of many findings; the lines of each file are counted once. One object for one report. */
final class Positions {
    private final Map<SourceFile, Lines> lines = new IdentityHashMap<>();

    /** Where a place begins and ends; absent where it is the file as a whole. */
    Optional<Region> of(Place place) {
        return place.isWhole()
                ? Optional.empty()
                : Optional.of(new Region(
                        at(place.file(), place.span().start()),
                        at(place.file(), place.span().end())));
    }

    Position at(SourceFile file, int offset) {
        return lines.computeIfAbsent(file, Lines::of).position(offset);
    }

    /** The end is exclusive. */
    record Region(Position start, Position end) {}
}
