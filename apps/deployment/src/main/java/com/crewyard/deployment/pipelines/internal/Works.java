package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.engine.Deployments;
import com.crewyard.deployment.engine.PreviewOperations;
import com.crewyard.deployment.notifications.Mail;
import com.crewyard.deployment.pipelines.PipelineSpec.Work;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;

/** Who does which work. */
public final class Works {

    private final Stages stages;
    private final Deployments deployments;
    private final PreviewOperations previews;
    private final TransactionTemplate transaction;
    private final Conductor conductor;
    private final Definitions definitions;
    private final Runs runs;
    private final CommandWork commands;
    private final StageLogs logs;
    private final Sender sender;
    private final Mail mail;

    /** @param variables of the engine's, for secrets that stages name */
    public Works(
            Stages stages,
            Runs runs,
            Definitions definitions,
            StageLogs logs,
            Conductor conductor,
            Deployments deployments,
            PreviewOperations previews,
            TransactionTemplate transaction,
            Commands commands,
            Nodes nodes,
            Function<String, Optional<String>> variables) {
        this.stages = stages;
        this.runs = runs;
        this.definitions = definitions;
        this.logs = logs;
        this.conductor = conductor;
        this.deployments = deployments;
        this.previews = previews;
        this.transaction = transaction;
        this.commands = new CommandWork(stages, commands, nodes, variables);
        this.sender = new Sender(variables);
        this.mail = new Mail(variables);
    }

    StageWork of(Work work) {
        return switch (work) {
            case Work.Command command -> commands.of(command);
            case Work.Approve approve -> new ApproveWork(stages, approve);
            case Work.Rollout rollout -> RolloutWork.of(deployments, stages, transaction, rollout);
            case Work.Preview preview -> RolloutWork.of(deployments, previews, stages, transaction, preview);
            case Work.Migrate migrate -> new MigrateWork(deployments, stages, logs, migrate);
            case Work.VerifyHttp verify -> new VerifyHttpWork(stages, sender, verify);
            case Work.VerifyCanary verify -> new VerifyCanaryWork(deployments, verify);
            case Work.Wait wait -> new WaitWork(wait);
            case Work.Webhook webhook -> new WebhookWork(sender, webhook);
            case Work.Notify notify -> new NotifyWork(sender, mail, notify);
            case Work.Another another -> new PipelineWork(definitions, runs, stages, conductor, transaction, another);
        };
    }
}
