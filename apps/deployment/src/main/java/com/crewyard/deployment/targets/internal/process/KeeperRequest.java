package com.crewyard.deployment.targets.internal.process;

import com.crewyard.deployment.routing.Drain;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.InstanceSpec;
import com.crewyard.deployment.targets.JobSpec;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the engine may say to a keeper: one line of JSON each, answered by one line. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @Type(value = KeeperRequest.Hello.class, name = "hello"),
    @Type(value = KeeperRequest.Secrets.class, name = "secrets"),
    @Type(value = KeeperRequest.Databases.class, name = "databases"),
    @Type(value = KeeperRequest.Folders.class, name = "folders"),
    @Type(value = KeeperRequest.Use.class, name = "use"),
    @Type(value = KeeperRequest.Abilities.class, name = "abilities"),
    @Type(value = KeeperRequest.Start.class, name = "start"),
    @Type(value = KeeperRequest.Stop.class, name = "stop"),
    @Type(value = KeeperRequest.Instances.class, name = "list"),
    @Type(value = KeeperRequest.Job.class, name = "job"),
    @Type(value = KeeperRequest.Apply.class, name = "apply"),
    @Type(value = KeeperRequest.DrainSlot.class, name = "drain"),
    @Type(value = KeeperRequest.Count.class, name = "count"),
    @Type(value = KeeperRequest.Wake.class, name = "wake"),
    @Type(value = KeeperRequest.End.class, name = "end")
})
sealed interface KeeperRequest {

    record Hello(long fence) implements KeeperRequest {}

    record Secrets(Map<String, String> values) implements KeeperRequest {}

    record Databases(Map<String, String> wanted, long fence) implements KeeperRequest {}

    record Folders(Map<String, String> wanted, long fence) implements KeeperRequest {}

    record Use(Optional<String> router, long fence) implements KeeperRequest {}

    record Abilities() implements KeeperRequest {}

    record Start(List<InstanceSpec> instances, long fence) implements KeeperRequest {}

    record Stop(List<String> names, long fence) implements KeeperRequest {}

    record Instances() implements KeeperRequest {}

    record Job(JobSpec job, long fence) implements KeeperRequest {}

    record Apply(RoutingTable table) implements KeeperRequest {}

    record DrainSlot(SlotRef slot, Drain drain) implements KeeperRequest {}

    record Count() implements KeeperRequest {}

    record Wake(Optional<Instant> at) implements KeeperRequest {}

    record End(long fence) implements KeeperRequest {}
}
