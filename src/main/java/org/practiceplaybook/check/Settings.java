package org.practiceplaybook.check;

import java.net.URI;
import java.util.function.Consumer;
import org.practiceplaybook.content.HostKind;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;

/** What the playbook should say of itself. */
final class Settings implements Rule {
    @Override
    public void check(Subject subject, Consumer<Diagnostic> report) {
        PlaybookSettings settings = subject.content().settings();
        boolean told = subject.content().diagnostics().stream()
                .anyMatch(diagnostic -> diagnostic.rule() == RuleCode.ADDRESS_FORM);
        settings.repository()
                .filter(repository -> settings.host().isEmpty())
                .map(URI::getHost)
                .filter(host -> HostKind.of(host).isEmpty())
                .ifPresent(host -> report.accept(Diagnostic.of(
                                RuleCode.HOST_MISSING,
                                SourceFile.unread("playbook.yml").whole(),
                                "what runs " + host + " cannot be told by its name")
                        .effect("links to change a file that are made as GitHub has them")
                        .remedy(
                                "add a line to playbook.yml: host: and github, gitlab or gitea; where it is none of them,"
                                        + " take the line repository out and give an email")));
        if (settings.address().isEmpty() && !told) {
            report.accept(Diagnostic.of(
                            RuleCode.NO_ADDRESS,
                            SourceFile.unread("playbook.yml").whole(),
                            "the playbook does not say where on the web it will be")
                    .effect("no feeds and no sitemap, which need complete addresses")
                    .remedy("add a line to playbook.yml: address: https://example.org/playbook/"));
        }
    }
}
