package org.practiceplaybook.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;

/** Stops a parser at values that lie deeper inside each other than any entry needs: composing them takes a stack. */
final class ShallowParser implements Parser {
    /** Lists and maps inside each other; far fewer than overflow a stack. */
    static final int DEEPEST = 20;

    private final Parser parser;
    private int depth;

    ShallowParser(Parser parser) {
        this.parser = parser;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        switch (event.getEventId()) {
            case MappingStart, SequenceStart -> {
                if (++depth > DEEPEST) {
                    throw new TooDeep(event.getStartMark());
                }
            }
            case MappingEnd, SequenceEnd -> depth--;
            default -> {
                // has nothing inside
            }
        }
        return event;
    }

    /** Thrown where the values become too deep. */
    static final class TooDeep extends ParserException {
        private static final long serialVersionUID = 1L;

        TooDeep(Optional<Mark> mark) {
            super("too deep", mark);
        }
    }
}
