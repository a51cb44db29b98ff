package org.practiceplaybook.check;

import java.util.function.Consumer;
import org.practiceplaybook.source.Diagnostic;

/** One thing that is looked for in the whole playbook. Keeps no state. */
interface Rule {
    void check(CheckContext subject, Consumer<Diagnostic> report);
}
