package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.container.Labels.Kind;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Network;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The network of an environment. We choose its subnet and its containers' addresses, so that they have the same after the machine
 * was started again: the router's table and the database's address stay right, and no name has to be looked up. Containers that
 * run once take one from the subnet's last quarter, which the engine hands out.
 */
final class EnvironmentNetwork {

    private static final int FIRST = 10;
    private static final int LAST = 191;
    private static final int FIRST_SUBNET = 200;
    private static final int SUBNETS = 50 * 256;
    private static final int ATTEMPTS = 64;

    private final ContainerEngine engine;
    private final Labels labels;

    EnvironmentNetwork(ContainerEngine engine, Labels labels) {
        this.engine = engine;
        this.labels = labels;
    }

    String name() {
        return labels.name();
    }

    boolean exists() {
        return find().isPresent();
    }

    void ensure() {
        if (exists()) {
            return;
        }
        int first = Math.floorMod(labels.name().hashCode(), SUBNETS);
        Optional<DockerException> refusal = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            refusal = refusal(prefix((first + attempt * 37) % SUBNETS));
            if (refusal.isEmpty()) {
                return;
            }
        }
        throw new TargetException("The container engine has no room for the network %s: %s."
                .formatted(name(), refusal.map(ContainerEngine::message).orElse("")));
    }

    /** Empty when it is there afterwards; a refusal when the subnet is somebody else's. */
    private Optional<DockerException> refusal(String prefix) {
        return engine.ask("make a network", docker -> {
            try {
                docker.createNetworkCmd()
                        .withName(name())
                        .withDriver("bridge")
                        .withLabels(labels.of(Kind.NETWORK))
                        .withIpam(new Network.Ipam()
                                .withConfig(new Network.Ipam.Config()
                                        .withSubnet(prefix + "0/24")
                                        .withGateway(prefix + "1")
                                        .withIpRange(prefix + "192/26")))
                        .exec();
                return Optional.empty();
            } catch (ConflictException e) {
                if (exists()) {
                    return Optional.empty();
                }
                return Optional.of(e);
            } catch (DockerException e) {
                String words = ContainerEngine.message(e).toLowerCase(Locale.ROOT);
                if (words.contains("overlap") || words.contains("already used") || words.contains("in use")) {
                    return Optional.of(e);
                }
                throw e;
            }
        });
    }

    /** One that nobody has. */
    String free(Set<String> taken) {
        String prefix = find().map(EnvironmentNetwork::prefix)
                .orElseThrow(
                        () -> new TargetException("The network %s is gone; ./crewyard destroy %s, then deploy again."
                                .formatted(name(), labels.environment().environment())));
        return IntStream.rangeClosed(FIRST, LAST)
                .mapToObj(last -> prefix + last)
                .filter(address -> !taken.contains(address))
                .findFirst()
                .orElseThrow(() -> new TargetException(
                        "The environment has %d containers, and its network has no more addresses; ask for fewer replicas."
                                .formatted(LAST - FIRST + 1)));
    }

    void remove() {
        engine.unlessGone(
                "remove the network", docker -> docker.removeNetworkCmd(name()).exec());
    }

    private Optional<Network> find() {
        return engine.find(
                "look at a network",
                docker -> docker.inspectNetworkCmd().withNetworkId(name()).exec());
    }

    private static String prefix(int subnet) {
        return "10.%d.%d.".formatted(FIRST_SUBNET + subnet / 256, subnet % 256);
    }

    private static String prefix(Network network) {
        List<Network.Ipam.Config> configs = network.getIpam().getConfig();
        return configs.stream()
                .map(Network.Ipam.Config::getSubnet)
                .filter(subnet -> subnet != null && subnet.contains("."))
                .findFirst()
                .map(subnet -> subnet.substring(0, subnet.lastIndexOf('.') + 1))
                .orElseThrow(() -> new TargetException("The network %s has no subnet.".formatted(network.getName())));
    }
}
