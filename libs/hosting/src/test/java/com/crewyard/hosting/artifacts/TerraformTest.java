package com.crewyard.hosting.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TerraformTest {

    private static final Pattern SIZE = Pattern.compile("cpu += (\\d+)\\n +memory += (\\d+)");

    @TempDir
    private Path directory = Path.of("");

    static Stream<String> targets() {
        return Stream.of("ecs", "ecs-express", "app-runner", "cloud-run", "azure-container-apps", "lambda");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void isLaidOutAsTerraformDoesItWithArgumentsTheProvidersHaveAndReferencesThatLeadSomewhere(String target)
            throws IOException, InterruptedException {
        boolean servesOnly = Set.of("ecs-express", "app-runner").contains(target);
        for (AppSpec spec : List.of(
                Specs.spec("guestbook"), servesOnly ? Specs.serving(Specs.spec("bureau")) : Specs.spec("bureau"))) {
            Path folder = Files.createDirectory(directory.resolve(spec.app()));
            Validators.accepts("terraform.mjs", Validators.write(folder, Specs.generate(spec, target, "production")));
        }
    }

    @ParameterizedTest
    @CsvSource({"ecs, production", "ecs-express, staging"})
    void holdsForCrewyardItself(String target, String environment) throws IOException, InterruptedException {
        Validators.accepts(
                "terraform.mjs", Validators.write(directory, Specs.generate(Specs.own(), target, environment)));
    }

    @Test
    void theCheckSeesWhatIsWrong() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("main.tf"), """
                variable "spare" {}

                resource "aws_sqs_queue" "q" {
                  nam   = "q"
                  policy = aws_sqs_queue.p.arn
                }
                """);

        assertThatThrownBy(() -> Validators.accepts("terraform.mjs", directory))
                .hasMessageContaining("terraform fmt writes")
                .hasMessageContaining("there is no \"nam\"")
                .hasMessageContaining("refers to aws_sqs_queue.p, which is nowhere")
                .hasMessageContaining("var.spare is used nowhere");
    }

    @Test
    void fargateGetsOnlyPairsItSells() {
        List<Artifact> files = Specs.generate("bureau", "ecs", "production");

        assertThat(files.stream()
                        .flatMap(file -> SIZE.matcher(file.content()).results())
                        .map(found -> found.group(1) + "/" + found.group(2))
                        .distinct())
                .containsExactlyInAnyOrder("1024/2048", "2048/4096", "256/512");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 100, 256, 512",
        "0.25, 1100, 256, 2048",
        "0.25, 2049, 512, 3072",
        "1, 8193, 2048, 9216",
        "4, 512, 4096, 8192",
        "6, 17000, 8192, 20480",
        "16, 122880, 16384, 122880"
    })
    void theSmallestPairThatHoldsAnInstance(double cpu, int memory, int soldCpu, int soldMemory) {
        assertThat(FargateSize.of(service(cpu, memory))).isEqualTo(new FargateSize(soldCpu, soldMemory));
    }

    @Test
    void whatFargateDoesNotSellIsRefusedWithAWayOut() {
        assertThatThrownBy(() -> FargateSize.of(service(17, 512)))
                .isInstanceOf(UnfitException.class)
                .hasMessageContaining("services.web: cpu 17.0")
                .hasMessageContaining("or use kubernetes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0 6 * * *; cron(0 6 * * ? *)",
                "*/15 * * * *; cron(0/15 0/1 * * ? *)",
                "0 9-17 * * 1-5; cron(0 9-17 ? * MON,TUE,WED,THU,FRI *)",
                "0 3 * * 0; cron(0 3 ? * SUN *)",
                "0 3 * * fri-sun; cron(0 3 ? * SUN,FRI,SAT *)",
                "0 3 * * */2; cron(0 3 ? * SUN,TUE,THU,SAT *)",
                "5 4 */2 jan *; cron(5 4 1/2 JAN ? *)",
                "0 6 1,15 * mon; cron(0 6 1,15 * ? *)|cron(0 6 ? * MON *)"
            })
    void schedulesRunWhenTheCrontabSays(String crontab, String expected) {
        assertThat(String.join("|", AwsSchedule.of(crontab))).isEqualTo(expected.replace("0/1 ", "* "));
    }

    @ParameterizedTest
    @CsvSource({"ecs-express", "app-runner"})
    void whatAnswersNoRequestsIsRefusedWhereOnlyRequestsAreAnswered(String target) {
        assertThatThrownBy(() -> Specs.generate("bureau", target, "production"))
                .isInstanceOf(UnfitException.class)
                .hasMessageContaining("services.worker: it has no port")
                .hasMessageContaining("use ecs");
    }

    @ParameterizedTest
    @CsvSource({
        "app-runner, 4.5, 512, 4 vCPUs",
        "app-runner, 1, 13000, 12288Mi",
        "cloud-run, 9, 512, 8 CPUs",
        "cloud-run, 1, 33000, 32768Mi",
        "azure-container-apps, 4.25, 512, 4 CPUs",
        "azure-container-apps, 1, 9000, 8192Mi"
    })
    void whatATargetDoesNotSellIsRefused(String target, double cpu, int memory, String most) {
        AppSpec spec = AppSpecReader.read(
                        "app.yaml",
                        "app: a\nservices: {web: {image: a:1, port: 80, cpu: %s, memory: %dMi}}\nenvironments: {production: {target: ecs}}\n"
                                .formatted(cpu, memory))
                .spec();

        assertThatThrownBy(() -> Specs.generate(spec, target, "production"))
                .isInstanceOf(UnfitException.class)
                .hasMessageContaining(most);
    }

    @Test
    void theBalancerLetsSilentSessionsLiveAndSendsHostsToTheirServices() {
        List<Artifact> files = Specs.generate("bureau", "ecs", "production");

        assertThat(Specs.content(files, "edge.tf"))
                .contains("idle_timeout = 300", "status_code = \"HTTP_301\"")
                .contains("\"api.bureau.example.com\" = \"bureau.example.com\"");
        assertThat(Specs.content(files, "service-api.tf"))
                .contains("values = [\"/api\", \"/api/*\"]", "values = [\"api.bureau.example.com\"]")
                .contains("canary_percent");
        assertThat(Specs.content(files, "service-web.tf"))
                .as("five values a rule")
                .contains("depends_on = [aws_lb_listener_rule.web_2, aws_lb_listener_rule.web]");
    }

    @Test
    void noSecretHasAValueAndEveryValueOfAVariableStandsForItself() {
        List<Artifact> files = Specs.generate("bureau", "ecs", "production");
        String web = Specs.content(files, "service-web.tf");

        assertThat(web)
                .contains("{ name = \"MOTTO\", value = \"say \\\"$${hello}\\\" 100%\" },")
                .contains("{ name = \"SECRET_KEY\", valueFrom = aws_secretsmanager_secret.secret_key.arn },");
        assertThat(Specs.content(files, "access.tf")).doesNotContain("secret_string =");
        assertThat(Specs.content(files, "database-main.tf"))
                .contains("secret_string_wo ")
                .doesNotContain(" password =");
    }

    private static com.crewyard.hosting.spec.AppSpec.Service service(double cpu, int memory) {
        return Objects.requireNonNull(AppSpecReader.read(
                        "app.yaml",
                        "app: a\nservices: {web: {image: a:1, cpu: %s, memory: %dMi}}\n".formatted(cpu, memory))
                .spec()
                .services()
                .get("web"));
    }
}
