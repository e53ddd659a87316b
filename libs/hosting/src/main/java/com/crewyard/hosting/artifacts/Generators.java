package com.crewyard.hosting.artifacts;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every target that files can be generated for. */
public final class Generators {

    private static final List<Generator> ALL = List.of(
            new DockerGenerator(),
            new ComposeGenerator(),
            new NginxGenerator(),
            new CaddyGenerator(),
            new HaproxyGenerator(),
            new SystemdGenerator(),
            new KubernetesGenerator(),
            new HelmGenerator(),
            new FlyGenerator(),
            new RenderGenerator(),
            new EcsGenerator(),
            new EcsExpressGenerator(),
            new AppRunnerGenerator(),
            new CloudRunGenerator(),
            new AzureGenerator(),
            new GithubActionsGenerator(),
            new MonitoringGenerator(),
            new BackupGenerator(),
            new CloudflareWorkerGenerator(),
            new LambdaGenerator(),
            new RailwayGenerator());

    private Generators() {}

    /** By the word that asks for them. */
    public static SortedMap<String, Generator> all() {
        SortedMap<String, Generator> all = new TreeMap<>();
        ALL.forEach(generator -> all.put(generator.target(), generator));
        return Collections.unmodifiableSortedMap(all);
    }
}
