const loopbackName = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i

/**
 * Whether a host can only mean the machine itself.
 *
 * @param host name or address without a port; an IPv6 address may have brackets
 */
export const isLoopback = (host: string): boolean => loopbackName.test(host)
