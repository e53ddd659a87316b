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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The network of an environment. We choose its subnet and its containers' addresses, so that they have the same after the machine
 * was started again: the router's table and the database's address stay right, and no name has to be looked up. Containers that
 * run once take one from the subnet's last quarter, which the engine hands out.
 */
final class EnvironmentNetwork {

    private static final int FIRST = 10;
    /** Of 1,024 addresses the last quarter is the engine's. */
    private static final int OURS = 750;

    /** Between the first addresses of one release and the next, so that one is not used again at once. */
    private static final int STRIDE = 16;

    private static final int FIRST_SUBNET = 200;
    private static final int SUBNETS = 50 * 64;
    private static final int ATTEMPTS = 64;

    private static final Pattern SUBNET = Pattern.compile("10\\.(\\d+)\\.(\\d+)\\.0/22");

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
            refusal = refusal((first + attempt * 37) % SUBNETS);
            if (refusal.isEmpty()) {
                return;
            }
        }
        throw new TargetException("The container engine has no room for the network %s: %s."
                .formatted(name(), refusal.map(ContainerEngine::message).orElse("")));
    }

    /** Empty when it is there afterwards; a refusal when the subnet is somebody else's. */
    private Optional<DockerException> refusal(int subnet) {
        return engine.ask("make a network", docker -> {
            try {
                docker.createNetworkCmd()
                        .withName(name())
                        .withDriver("bridge")
                        .withLabels(labels.of(Kind.NETWORK))
                        .withIpam(new Network.Ipam()
                                .withConfig(new Network.Ipam.Config()
                                        .withSubnet(address(subnet, 0) + "/22")
                                        .withGateway(address(subnet, 1))
                                        .withIpRange(address(subnet, 768) + "/24")))
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

    /**
     * One that nobody has.
     *
     * @param release whose it shall be
     */
    String free(Set<String> taken, int release) {
        int subnet = find().map(EnvironmentNetwork::subnet)
                .orElseThrow(
                        () -> new TargetException("The network %s is gone; ./crewyard destroy %s, then deploy again."
                                .formatted(name(), labels.environment().environment())));
        return IntStream.range(0, OURS)
                .mapToObj(step -> address(subnet, FIRST + (release * STRIDE + step) % OURS))
                .filter(address -> !taken.contains(address))
                .findFirst()
                .orElseThrow(() -> new TargetException(
                        "The environment has %d containers, and its network has no more addresses; ask for fewer replicas."
                                .formatted(OURS)));
    }

    /**
     * The hardware address that goes with one of ours, always the same: whoever talked to the former holder of an address finds the
     * next one at once. Locally administered (IEEE 802, second bit of the first byte).
     */
    static String hardware(String address) {
        StringBuilder hardware = new StringBuilder("02:c7");
        for (String part : address.split("\\.", -1)) {
            hardware.append(":%02x".formatted(Integer.parseInt(part)));
        }
        return hardware.toString();
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

    /** @param last of the 1,024 of a subnet */
    private static String address(int subnet, int last) {
        return "10.%d.%d.%d".formatted(FIRST_SUBNET + subnet / 64, subnet % 64 * 4 + last / 256, last % 256);
    }

    private static int subnet(Network network) {
        List<Network.Ipam.Config> configs = network.getIpam().getConfig();
        return configs.stream()
                .flatMap(config -> Optional.ofNullable(config.getSubnet()).stream())
                .map(SUBNET::matcher)
                .filter(Matcher::matches)
                .map(found ->
                        (Integer.parseInt(found.group(1)) - FIRST_SUBNET) * 64 + Integer.parseInt(found.group(2)) / 4)
                .findFirst()
                .orElseThrow(() -> new TargetException(
                        "The network %s is none of ours; remove it, then deploy again.".formatted(network.getName())));
    }
}
