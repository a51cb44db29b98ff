package org.practiceplaybook.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.practiceplaybook.upgrade.Program;

/**
 * What a playbook says of its program.
 *
 * @param text of its file; empty where there is none
 * @param used empty for a repository of the time before that file
 */
record NamedProgram(String text, Optional<Program> used) {
    String version() {
        return used.map(Program::version).orElse("an early version");
    }

    /** What the playbook in a folder says. */
    static NamedProgram in(Path folder) {
        String text = Program.read(folder);
        Optional<Program> used = Program.used(text);
        if (used.isEmpty() && !text.isEmpty() && !Program.waits(text)) {
            throw new UsageProblem(Program.FILE + " does not say which program this playbook uses;"
                    + " bring it back from the repository: git checkout " + Program.FILE);
        }
        if (text.isEmpty() && !Files.isRegularFile(folder.resolve(Program.FIRST_JAR))) {
            throw new UsageProblem("there is no " + Program.FILE
                    + " here, so this is not the folder of a playbook that \"playbook init\" made; go there first");
        }
        return new NamedProgram(text, used);
    }

    /** The jars that lie in the repository. */
    List<Path> jars(Path folder) {
        Stream<String> versions =
                Stream.of(used, Program.base(text)).flatMap(Optional::stream).map(Program::vendored);
        return Stream.concat(Stream.of(Program.FIRST_JAR), versions)
                .distinct()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .toList();
    }
}
