import BLASShim

/// Which of its kernels the BLAS takes.
public enum BLASKernels {
    /// Sets in the environment of this process that OpenBLAS takes its fastest kernels for this CPU, which it does not know of every CPU,
    /// and starts no threads. What the environment says about the kernels stays.
    ///
    /// Call it first of all, where at all: the environment is that of the whole process, and no other thread may read it meanwhile.
    public static func choose() { hilum_blas_choose_kernels() }
}
