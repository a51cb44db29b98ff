package org.practiceplaybook.upgrade;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Two changed versions of one text in one, line by line (diff3). Where both changed the same lines, or lines that touch, and
 * not in the same way, both stand in the text between marks as git writes them.
 *
 * @param text the merged text, with the line ends of the own version
 * @param conflicts how many places both changed
 */
record ThreeWayMerge(String text, int conflicts) {

    /**
     * Merges.
     *
     * @param base what both began with
     * @param own one of them
     * @param other the other one
     * @param ownName what the marks call it
     * @param otherName what the marks call the other one
     */
    static ThreeWayMerge of(String base, String own, String other, String ownName, String otherName) {
        String end = own.contains("\r\n") ? "\r\n" : "\n";
        List<String> from = lines(base);
        List<Change> changes = new ArrayList<>();
        changes(from, lines(own), true, changes);
        changes(from, lines(other), false, changes);
        changes.sort(Comparator.comparingInt(Change::start).thenComparingInt(Change::end));

        List<String> merged = new ArrayList<>();
        int conflicts = 0;
        int done = 0;
        int next = 0;
        while (next < changes.size()) {
            int start = changes.get(next).start();
            int stop = changes.get(next).end();
            List<Change> here = new ArrayList<>();
            while (next < changes.size() && changes.get(next).start() <= stop) {
                stop = Math.max(stop, changes.get(next).end());
                here.add(changes.get(next++));
            }
            merged.addAll(from.subList(done, start));
            done = stop;
            List<String> ours = changed(from, here, true, start, stop);
            List<String> theirs = changed(from, here, false, start, stop);
            if (theirs.equals(from.subList(start, stop)) || ours.equals(theirs)) {
                merged.addAll(ours);
            } else if (ours.equals(from.subList(start, stop))) {
                merged.addAll(theirs);
            } else {
                conflicts++;
                merged.add("<<<<<<< " + ownName);
                merged.addAll(ours);
                merged.add("||||||| before");
                merged.addAll(from.subList(start, stop));
                merged.add("=======");
                merged.addAll(theirs);
                merged.add(">>>>>>> " + otherName);
            }
        }
        merged.addAll(from.subList(done, from.size()));
        return new ThreeWayMerge(String.join(end, merged), conflicts);
    }

    /** What one side put in the place of lines of the base, from one up to another one. */
    private record Change(boolean own, int start, int end, List<String> lines) {}

    private static void changes(List<String> base, List<String> side, boolean own, List<Change> all) {
        for (AbstractDelta<String> delta : DiffUtils.diff(base, side).getDeltas()) {
            int start = delta.getSource().getPosition();
            all.add(new Change(
                    own,
                    start,
                    start + delta.getSource().size(),
                    delta.getTarget().getLines()));
        }
    }

    private static List<String> changed(List<String> base, List<Change> changes, boolean own, int start, int stop) {
        List<String> lines = new ArrayList<>();
        int done = start;
        for (Change change : changes) {
            if (change.own() == own) {
                lines.addAll(base.subList(done, change.start()));
                lines.addAll(change.lines());
                done = change.end();
            }
        }
        lines.addAll(base.subList(done, stop));
        return lines;
    }

    /** Lines without their ends; an empty one behind the last end, so that a missing end stays missing. */
    private static List<String> lines(String text) {
        return List.of(text.replace("\r\n", "\n").split("\n", -1));
    }
}
