package com.crewyard.cli;

import com.crewyard.recruiting.taxonomy.AddedSkill;
import com.crewyard.recruiting.vocabulary.OwnSkills;
import com.crewyard.recruiting.vocabulary.official.OfficialSkills;
import java.io.Console;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "taxonomy",
        customSynopsis = "./crewyard taxonomy import [--esco FILE] [--onet FILE] --email EMAIL [--to ADDRESS]",
        description = {
            "Adds skills of official files to an organization's own, over the API of a running Crewyard.",
            "",
            "Reading of resumes and matching know them from the next time on. A skill that is there already gets",
            "the names that are new, so the same file again changes nothing. The files are not part of Crewyard:",
            "get ESCO's skills_en.csv from esco.ec.europa.eu and O*NET's database from onetcenter.org, and mind",
            "their licences.",
            "",
            "  --esco FILE      ESCO's skills, skills_en.csv",
            "  --onet FILE      O*NET's Technology Skills.txt",
            "  --email EMAIL    of an administrator of the organization; the password is taken from",
            "                   CREWYARD_PASSWORD, or asked for",
            "  --to ADDRESS     where Crewyard runs, http://localhost:8000 unless told",
            ""
        })
final class TaxonomyCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "taxonomy needs what to do: import");
    }

    @Command(name = "import", description = "Skills of official files.")
    int take(
            @Option(names = "--esco", paramLabel = "FILE") @Nullable Path esco,
            @Option(names = "--onet", paramLabel = "FILE") @Nullable Path onet,
            @Option(names = "--email", required = true, paramLabel = "EMAIL") String email,
            @Option(names = "--to", paramLabel = "ADDRESS", defaultValue = "http://localhost:8000") URI address) {
        if (esco == null && onet == null) {
            throw new ParameterException(spec.commandLine(), "taxonomy import needs a file: --esco or --onet");
        }
        List<AddedSkill> ofEsco = esco == null ? List.of() : OfficialSkills.esco(esco);
        List<AddedSkill> ofOnet = onet == null ? List.of() : OfficialSkills.onet(onet);
        SkillsClient client = SkillsClient.logIn(address, email, password(email));
        send(client, "esco", ofEsco);
        send(client, "onet", ofOnet);
        return CommandLine.ExitCode.OK;
    }

    private static void send(SkillsClient client, String source, List<AddedSkill> skills) {
        int taken = 0;
        for (int from = 0; from < skills.size(); from += OwnSkills.LARGEST_IMPORT) {
            int to = Math.min(skills.size(), from + OwnSkills.LARGEST_IMPORT);
            taken += client.take(source, skills.subList(from, to));
            System.err.printf("%s: %,d of %,d%n", source, to, skills.size());
        }
        if (!skills.isEmpty()) {
            System.out.printf("%s: %,d skills read, %,d of them new or with new names%n", source, skills.size(), taken);
        }
    }

    private static String password(String email) {
        return Optional.ofNullable(System.getenv("CREWYARD_PASSWORD"))
                .or(() -> Optional.ofNullable(System.console()).map(console -> asked(console, email)))
                .orElseThrow(() -> new StartRefusedException(
                        "The password of %s is not known; set CREWYARD_PASSWORD.".formatted(email)));
    }

    private static String asked(Console console, String email) {
        return Optional.ofNullable(console.readPassword("Password of %s: ", email))
                .map(String::new)
                .orElse("");
    }
}
