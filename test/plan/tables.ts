/** GB/T 2828.1-2012 table 1: lot from, lot to, letters at S-1 S-2 S-3 S-4 I II III. As read in the source, to hold the code against. */
export const TABLE_1 = `
2,8,A,A,A,A,A,A,B
9,15,A,A,A,A,A,B,C
16,25,A,A,B,B,B,C,D
26,50,A,B,B,C,C,D,E
51,90,B,B,C,C,C,E,F
91,150,B,B,C,D,D,F,G
151,280,B,C,D,E,E,G,H
281,500,B,C,D,E,F,H,J
501,1200,C,C,E,F,G,J,K
1201,3200,C,D,E,G,H,K,L
3201,10000,C,D,F,G,J,L,M
10001,35000,C,D,F,H,K,M,N
35001,150000,D,E,G,J,L,N,P
150001,500000,D,E,G,J,M,P,Q
500001,,D,E,H,K,N,Q,R`

/** Table 2-A: letter, n, then a cell for each AQL: Ac, or an arrow (D down, U up). Equal to AQLSchemes (CRAN) when resolved. */
export const TABLE_2A = `
A,2,D,D,D,D,D,D,D,D,D,D,D,D,D,D,0,D,D,1,2,3,5,7,10,14,21,30
B,3,D,D,D,D,D,D,D,D,D,D,D,D,D,0,U,D,1,2,3,5,7,10,14,21,30,44
C,5,D,D,D,D,D,D,D,D,D,D,D,D,0,U,D,1,2,3,5,7,10,14,21,30,44,U
D,8,D,D,D,D,D,D,D,D,D,D,D,0,U,D,1,2,3,5,7,10,14,21,30,44,U,U
E,13,D,D,D,D,D,D,D,D,D,D,0,U,D,1,2,3,5,7,10,14,21,30,44,U,U,U
F,20,D,D,D,D,D,D,D,D,D,0,U,D,1,2,3,5,7,10,14,21,U,U,U,U,U,U
G,32,D,D,D,D,D,D,D,D,0,U,D,1,2,3,5,7,10,14,21,U,U,U,U,U,U,U
H,50,D,D,D,D,D,D,D,0,U,D,1,2,3,5,7,10,14,21,U,U,U,U,U,U,U,U
J,80,D,D,D,D,D,D,0,U,D,1,2,3,5,7,10,14,21,U,U,U,U,U,U,U,U,U
K,125,D,D,D,D,D,0,U,D,1,2,3,5,7,10,14,21,U,U,U,U,U,U,U,U,U,U
L,200,D,D,D,D,0,U,D,1,2,3,5,7,10,14,21,U,U,U,U,U,U,U,U,U,U,U
M,315,D,D,D,0,U,D,1,2,3,5,7,10,14,21,U,U,U,U,U,U,U,U,U,U,U,U
N,500,D,D,0,U,D,1,2,3,5,7,10,14,21,U,U,U,U,U,U,U,U,U,U,U,U,U
P,800,D,0,U,D,1,2,3,5,7,10,14,21,U,U,U,U,U,U,U,U,U,U,U,U,U,U
Q,1250,0,U,D,1,2,3,5,7,10,14,21,U,U,U,U,U,U,U,U,U,U,U,U,U,U,U
R,2000,U,U,1,2,3,5,7,10,14,21,U,U,U,U,U,U,U,U,U,U,U,U,U,U,U,U`

export const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(','))
