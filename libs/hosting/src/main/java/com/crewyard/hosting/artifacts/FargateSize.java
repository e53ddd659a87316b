package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.List;

/**
 * A pair of CPU and memory that AWS Fargate sells (docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html).
 *
 * @param cpu in 1/1024 vCPU
 * @param memory in MiB
 */
record FargateSize(int cpu, int memory) {

    private static final List<Row> SOLD = List.of(
            new Row(256, 512, 2_048, 512),
            new Row(512, 1_024, 4_096, 1_024),
            new Row(1_024, 2_048, 8_192, 1_024),
            new Row(2_048, 4_096, 16_384, 1_024),
            new Row(4_096, 8_192, 30_720, 1_024),
            new Row(8_192, 16_384, 61_440, 4_096),
            new Row(16_384, 32_768, 122_880, 8_192));

    private record Row(int cpu, int least, int most, int step) {

        /** 1,536 MiB would be a step of the first row, and is not sold. */
        int fitting(int memory) {
            int steps = Math.max(0, Math.ceilDiv(memory - least, step));
            int found = least + steps * step;
            return cpu == 256 && found == 1_536 ? most : found;
        }
    }

    /** The smallest pair that holds one instance. */
    static FargateSize of(Service service) {
        return SOLD.stream()
                .filter(row -> row.cpu >= service.cpu() * 1024 && row.most >= service.memoryMebibytes())
                .map(row -> new FargateSize(row.cpu, row.fitting(service.memoryMebibytes())))
                .findFirst()
                .orElseThrow(() -> new UnfitException(
                        "services.%s: cpu %s and memory %dMi are more than Fargate has, which is 16 vCPUs and 122880Mi; ask for less, or use kubernetes"
                                .formatted(service.name(), service.cpu(), service.memoryMebibytes())));
    }
}
