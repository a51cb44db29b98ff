package org.practiceplaybook.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much a browser has to draw: a part that repeats a part that repeats a part … soon stops every machine. */
final class SvgUses {
    private static final long MOST = 500_000;
    private static final int LONGEST_CHAIN = 500;

    private final Map<String, Part> parts = new HashMap<>();
    private final Deque<Part> open = new ArrayDeque<>();
    private final Part whole = new Part();

    /** What stands in an element with a name. */
    private static final class Part {
        private long elements;
        private final List<String> uses = new ArrayList<>();
        private long weight = -1;
    }

    SvgUses() {
        open.push(whole);
    }

    /** An element begins. An empty name stands for none. */
    void begin(String id) {
        Part part = id.isEmpty() ? open.peek() : parts.computeIfAbsent(id, unused -> new Part());
        if (part != open.peek()) {
            open.peek().uses.add(id);
        }
        part.elements++;
        open.push(part);
    }

    void end() {
        open.pop();
    }

    /** The element that is open shows another one. */
    void use(String id) {
        open.peek().uses.add(id);
    }

    boolean isTooMuch() {
        return weight(whole, new HashSet<>()) > MOST;
    }

    private long weight(Part part, Set<Part> above) {
        if (part.weight >= 0) {
            return part.weight;
        }
        if (above.size() > LONGEST_CHAIN) {
            return MOST + 1;
        }
        if (!above.add(part)) {
            return 0; // a browser does not draw what shows itself
        }
        long weight = part.elements;
        for (String use : part.uses) {
            Part used = parts.get(use);
            weight = Math.min(MOST + 1, weight + (used == null ? 0 : weight(used, above)));
        }
        above.remove(part);
        part.weight = weight;
        return weight;
    }
}
